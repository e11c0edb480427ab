/* count-fields FILE: what libcsv alone takes to find the fields of a file, on one core.
   Prints one line of JSON: seconds, rows, fields, peak memory. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

struct counts {
  unsigned long fields, rows;
};

static void field(void *text, size_t length, void *counts) {
  (void)text;
  (void)length;
  ((struct counts *)counts)->fields++;
}

static void row(int end, void *counts) {
  (void)end;
  ((struct counts *)counts)->rows++;
}

static double now(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int count, char **arguments) {
  enum { size = 1 << 20 };
  if (count < 2) return 64;
  FILE *file = fopen(arguments[1], "rb");
  char *buffer = malloc(size);
  if (!file || !buffer) return 66;
  struct csv_parser parser;
  struct counts counts = {0, 0};
  csv_init(&parser, 0);
  double start = now(CLOCK_MONOTONIC);
  double processor_start = now(CLOCK_PROCESS_CPUTIME_ID);
  size_t length;
  while ((length = fread(buffer, 1, size, file)) > 0)
    if (csv_parse(&parser, buffer, length, field, row, &counts) != length) return 65;
  csv_fini(&parser, field, row, &counts);
  double seconds = now(CLOCK_MONOTONIC) - start;
  double processor = now(CLOCK_PROCESS_CPUTIME_ID) - processor_start;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"seconds\": %.6f, \"cpu_seconds\": %.6f, \"rows\": %lu, \"fields\": %lu, \"peak_bytes\": %ld}\n", seconds, processor, counts.rows - 1,
         counts.fields, usage.ru_maxrss * 1024L);
  return 0;
}
