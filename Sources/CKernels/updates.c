#include "updates.h"

ck_rule ck_rule_begin(ck_optimizer optimizer, float learning_rate, float l2, float l1) {
  return (ck_rule){optimizer, learning_rate, l2, l1, 1, 1};
}

void ck_rule_advance(ck_rule *rule) {
  if (rule->optimizer != ck_optimizer_adam && rule->optimizer != ck_optimizer_adamW) return;
  rule->beta1_power *= 0.9;
  rule->beta2_power *= 0.999;
}

int32_t ck_optimizer_keeps_m(ck_optimizer o) {
  return o == ck_optimizer_momentum || o == ck_optimizer_nesterov || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}

int32_t ck_optimizer_keeps_v(ck_optimizer o) {
  return o == ck_optimizer_adagrad || o == ck_optimizer_rmsprop || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}
