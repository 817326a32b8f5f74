#include "scalars.h"
#include <math.h>

double ck_exp(double x) { return exp(x); }
double ck_expm1(double x) { return expm1(x); }
double ck_log(double x) { return log(x); }
double ck_log1p(double x) { return log1p(x); }
double ck_tanh(double x) { return tanh(x); }
double ck_erf(double x) { return erf(x); }
double ck_sqrt(double x) { return sqrt(x); }
double ck_pow(double x, double y) { return pow(x, y); }
double ck_sin(double x) { return sin(x); }
double ck_cos(double x) { return cos(x); }
