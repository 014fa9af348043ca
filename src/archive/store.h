/* An archive on the disk: archive.xml, bags/NNNNNN/, register.tsv and lock. */
#ifndef ARCHIVE_STORE_H
#define ARCHIVE_STORE_H

#include "archive/bag.h"
#include "archive/metadata.h"

#define REGISTER_NAME "register.tsv"
#define SETTINGS_NAME "archive.xml"

extern const struct schema archive_schema;

enum store_use { STORE_READ, STORE_WRITE };

/* Those who read share the lock, one who writes has it alone. */
struct store {
    struct findings *findings;
    const char *folder;
    const char *fonds, *category, *organ; /* organ: "" if there is none */
    int lock;                             /* its file descriptor */
};

/* Makes an archive in a folder that has none; organ may be NULL. False if reported. */
bool store_make(struct findings *findings, const char *folder, const char *fonds,
                const char *organ);
/* Reads the settings and waits for the lock. The caller gives the store to store_close, whatever is
 * returned; false if reported. */
bool store_open(struct findings *findings, const char *folder, enum store_use use,
                struct store *store);
void store_close(struct store *store);

/* The numbers of the bags that are there, rising. What else lies in bags/ goes to `strange`, unless
 * it is NULL. */
struct bag_numbers {
    long *number;
    size_t count;
};
bool store_bags(const struct store *store, struct bag_numbers *bags, struct findings *strange);
const char *store_bag_folder(const struct store *store, long number);

struct place store_register_place(const struct store *store);

/* The register, by rising numbers. */
struct entries {
    struct entry *entry;
    size_t count;
    size_t room;
    size_t in_file; /* how many of them stand in register.tsv */
    size_t whole;   /* bytes of its whole lines: a torn one behind them is cut */
};

/* Reads register.tsv, and adds the bags behind its last that it lacks: whoever filed them was
 * killed before he wrote the line. False and reported if a line is not understood. */
bool store_entries(const struct store *store, struct findings *findings, struct entries *entries);
void entries_add(struct arena *arena, struct entries *entries, const struct entry *entry);
const struct entry *entries_find(const struct entries *entries, long number); /* NULL: none */

/* For a store opened to write: removes what a killed process left, and writes the lines that the
 * register lacks. */
bool store_recover(const struct store *store, struct entries *entries);
/* The number, code and seal of the next bag; year and retention are given. */
void store_number(const struct store *store, const struct entries *entries, struct entry *entry);
/* Writes a sealed bag whole or not at all, then its line of the register. */
bool store_file(const struct store *store, struct entries *entries, const struct bag *bag,
                struct entry *entry);

#endif
