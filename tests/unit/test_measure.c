/* style/measure.c: decimals with units, in integers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "style/measure.h"

struct sample {
    enum measure_kind kind;
    const char *text;
    long value;
};

static void measures_are_converted_and_rounded(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {MEASURE_LENGTH, "210mm", 11906},  {MEASURE_LENGTH, "297mm", 16838},
        {MEASURE_LENGTH, "37mm", 2098},    {MEASURE_LENGTH, "26mm", 1474},
        {MEASURE_LENGTH, "35mm", 1984},    {MEASURE_LENGTH, "28mm", 1587},
        {MEASURE_LENGTH, "28.95pt", 579},  {MEASURE_LENGTH, "0mm", 0},
        {MEASURE_LENGTH, "1584pt", 31680}, {MEASURE_SPACING, "-0.25pt", -5},
        {MEASURE_SIZE, "16pt", 32},        {MEASURE_SIZE, "10.5pt", 21},
        {MEASURE_CHARS, "2字", 200},       {MEASURE_CHARS, "-3字", -300},
        {MEASURE_CHARS, "0.5字", 50},      {MEASURE_BORDER, "0.35mm", 8},
        {MEASURE_BORDER, "0.25mm", 6},     {MEASURE_BORDER, "1.5pt", 12},
        {MEASURE_BORDER, "12pt", 96},      {MEASURE_DISTANCE, "31pt", 31},
        {MEASURE_PERCENT, "85%", 85},      {MEASURE_PERCENT, "100%", 100},
        {MEASURE_ANGLE, "45°", 45},        {MEASURE_ANGLE, "90°", 90},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        long value = 0;
        assert_true(measure_read(samples[i].kind, samples[i].text, &value));
        assert_int_equal(value, samples[i].value);
    }
}

static void other_texts_are_refused(void **state)
{
    (void)state;
    static const struct sample samples[] = {
        {MEASURE_LENGTH, "", 0},         {MEASURE_LENGTH, "37", 0},
        {MEASURE_LENGTH, "mm", 0},       {MEASURE_LENGTH, "37 mm", 0},
        {MEASURE_LENGTH, "37cm", 0},     {MEASURE_LENGTH, "3.7.1mm", 0},
        {MEASURE_LENGTH, "37.mm", 0},    {MEASURE_LENGTH, ".5mm", 0},
        {MEASURE_LENGTH, "1.2345mm", 0}, {MEASURE_LENGTH, "1234567mm", 0},
        {MEASURE_LENGTH, "-1mm", 0},     {MEASURE_LENGTH, "+1mm", 0},
        {MEASURE_LENGTH, "--1mm", 0},    {MEASURE_LENGTH, "1584.05pt", 0},
        {MEASURE_SIZE, "16.3pt", 0},     {MEASURE_SIZE, "0.5pt", 0},
        {MEASURE_SIZE, "16mm", 0},       {MEASURE_CHARS, "2pt", 0},
        {MEASURE_CHARS, "40.01字", 0},   {MEASURE_BORDER, "12.2pt", 0},
        {MEASURE_DISTANCE, "1.5pt", 0},  {MEASURE_DISTANCE, "32pt", 0},
        {MEASURE_PERCENT, "0%", 0},      {MEASURE_PERCENT, "101%", 0},
        {MEASURE_PERCENT, "0.5%", 0},    {MEASURE_ANGLE, "91°", 0},
        {MEASURE_ANGLE, "45", 0},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        long value;
        assert_false(measure_read(samples[i].kind, samples[i].text, &value));
    }
}

static void every_measure_says_what_may_be_written(void **state)
{
    (void)state;
    for (int kind = 0; kind < MEASURE_COUNT; kind++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            assert_non_null(measure_hint((enum measure_kind)kind, (enum language)language));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(measures_are_converted_and_rounded),
        cmocka_unit_test(other_texts_are_refused),
        cmocka_unit_test(every_measure_says_what_may_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
