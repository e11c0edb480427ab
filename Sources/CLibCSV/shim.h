#ifndef KOERS_CLIBCSV_SHIM_H
#define KOERS_CLIBCSV_SHIM_H

#include <csv.h>

/* The states of the parser between two calls; csv.h keeps their names to itself. */
enum { koers_csv_row_not_begun = 0, koers_csv_field_begun = 2 };

#endif
