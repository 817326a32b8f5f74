// The one function that is used of oneDNN: C ← α op(A) op(B) + β C, row-major, single precision.
#include <oneapi/dnnl/dnnl.h>
