#include "scalars.h"
#include <math.h>

double ck_exp(double x) { return exp(x); }
double ck_log(double x) { return log(x); }
double ck_cos(double x) { return cos(x); }
