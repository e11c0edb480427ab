#ifndef KOERS_CEXPAT_SHIM_H
#define KOERS_CEXPAT_SHIM_H

#include <expat.h>

#endif
