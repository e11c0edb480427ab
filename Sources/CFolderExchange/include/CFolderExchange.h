// Exchanging two folders in one step, which the C library hides from Swift.
#ifndef KOERS_CFOLDEREXCHANGE_H
#define KOERS_CFOLDEREXCHANGE_H

// Gives each of two paths the file or folder of the other, in one step that nobody can see half of.
//
// Returns 0 when that is done, 1 when this system or file system cannot do it, -1 when it failed (`errno` says why).
int cf_exchange(const char *_Nonnull first, const char *_Nonnull second);

#endif
