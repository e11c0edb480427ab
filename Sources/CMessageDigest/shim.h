// libcrypto of OpenSSL, whose digests use the instructions that the processor has for them.
#include <openssl/evp.h>
