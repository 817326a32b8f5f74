#include "CKernels.h"
int32_t ck_lanes(void) { return 4; }
