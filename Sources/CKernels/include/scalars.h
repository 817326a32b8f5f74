#ifndef CK_SCALARS_H
#define CK_SCALARS_H

// The C library's functions of one double, for Swift code that imports no C library.

double ck_exp(double x);
double ck_log(double x);
double ck_cos(double x);

#endif
