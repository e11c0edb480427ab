#ifndef KOERS_CMINIZIP_SHIM_H
#define KOERS_CMINIZIP_SHIM_H

#include <minizip/unzip.h>

#endif
