// libmd, the message digest functions of the BSD systems.
#include <sha2.h>
