#ifndef KOERS_CXLSXWRITER_SHIM_H
#define KOERS_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
