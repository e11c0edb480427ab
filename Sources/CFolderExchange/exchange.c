#define _GNU_SOURCE
#include "CFolderExchange.h"

#include <errno.h>
#include <stdio.h>

#if defined(__linux__)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

static int exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}
#elif defined(__APPLE__)
static int exchange(const char *first, const char *second) { return renamex_np(first, second, RENAME_SWAP); }
#else
static int exchange(const char *first, const char *second) {
  (void)first, (void)second;
  errno = ENOSYS;
  return -1;
}
#endif

int cf_exchange(const char *first, const char *second) {
  if (exchange(first, second) == 0) return 0;
  return errno == EINVAL || errno == ENOSYS || errno == ENOTSUP ? 1 : -1;
}
