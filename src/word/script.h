/* Which Han characters belong to simplified or to traditional script alone. */
#ifndef WORD_SCRIPT_H
#define WORD_SCRIPT_H

#include <stdint.h>

enum script { SCRIPT_BOTH, SCRIPT_SIMPLIFIED, SCRIPT_TRADITIONAL };

/* Simplified is what GB/T 2312-1980 has and Big5 lacks (们 这 质), traditional what is among the
 * frequent characters of Big5, its level 1, and GB/T 2312-1980 lacks (臺 們 質). Everything else is
 * of both: what both have (于 后 范 後), and most that is rare, as in names (珺 堃). The rule errs
 * for some 190 characters of either script, such as 玥 of names and 着 of Hong Kong. */
enum script script_of(uint32_t code);

/* Frees what script_of opened; word_end calls it. */
void script_end(void);

#endif
