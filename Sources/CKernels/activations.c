#include "activations.h"
#include <math.h>

static double sigmoid(double z) { return z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)); }
static double normal_integral(double z) { return 0.5 * erfc(-z * M_SQRT1_2); }
static double normal_density(double z) { return exp(-0.5 * z * z) * (0.5 * M_2_SQRTPI * M_SQRT1_2); }

double ck_activation_value(ck_activation f, double slope, double z) {
  switch (f) {
  case ck_activation_step: return z >= 0 ? 1 : 0;
  case ck_activation_linear: return z;
  case ck_activation_sigmoid: return sigmoid(z);
  case ck_activation_tanh: return tanh(z);
  case ck_activation_relu: return z > 0 ? z : 0;
  case ck_activation_leakyReLU:
  case ck_activation_prelu: return z > 0 ? z : slope * z;
  case ck_activation_elu: return z > 0 ? z : expm1(z);
  case ck_activation_swish: return z * sigmoid(z);
  case ck_activation_softplus: return fmax(z, 0) + log1p(exp(-fabs(z)));
  case ck_activation_gelu: return z * normal_integral(z);
  case ck_activation_softmax: return 1;
  }
}

double ck_activation_derivative(ck_activation f, double slope, double z) {
  switch (f) {
  case ck_activation_step: return 0;
  case ck_activation_linear: return 1;
  case ck_activation_sigmoid: return sigmoid(z) * sigmoid(-z);
  case ck_activation_tanh: return 1 - tanh(z) * tanh(z);
  case ck_activation_relu: return z > 0 ? 1 : 0;
  case ck_activation_leakyReLU:
  case ck_activation_prelu: return z > 0 ? 1 : slope;
  case ck_activation_elu: return z > 0 ? 1 : exp(z);
  case ck_activation_swish: return sigmoid(z) * (1 + z * sigmoid(-z));
  case ck_activation_softplus: return sigmoid(z);
  case ck_activation_gelu: return normal_integral(z) + z * normal_density(z);
  case ck_activation_softmax: return 0;
  }
}
