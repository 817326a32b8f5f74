#ifndef CK_SCALARS_H
#define CK_SCALARS_H

// The C library's functions of one double, for Swift code that imports no C library.

double ck_exp(double x);
double ck_expm1(double x);
double ck_log(double x);
double ck_log1p(double x);
double ck_tanh(double x);
double ck_erf(double x);
double ck_sqrt(double x);
double ck_pow(double x, double y);
double ck_sin(double x);
double ck_cos(double x);

#endif
