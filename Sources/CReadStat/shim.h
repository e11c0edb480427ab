#ifndef KOERS_CREADSTAT_SHIM_H
#define KOERS_CREADSTAT_SHIM_H

#include <readstat.h>

#endif
