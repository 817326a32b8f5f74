#include "updates.h"

ck_rule ck_rule_begin(ck_optimizer optimizer, float learning_rate, float l2, float l1) {
  return (ck_rule){
      .optimizer = optimizer,
      .learning_rate = learning_rate,
      .l2 = l2,
      .l1 = l1,
      .beta1 = 0.9,
      .beta2 = optimizer == ck_optimizer_rmsprop ? 0.99 : 0.999,
      .epsilon = optimizer == ck_optimizer_adagrad ? 1e-10 : 1e-8,
      .decay = 0.01,
      .beta1_power = 1,
      .beta2_power = 1,
  };
}

void ck_rule_advance(ck_rule *rule) {
  if (rule->optimizer != ck_optimizer_adam && rule->optimizer != ck_optimizer_adamW) return;
  rule->beta1_power *= rule->beta1;
  rule->beta2_power *= rule->beta2;
}

int32_t ck_optimizer_keeps_m(ck_optimizer o) {
  return o == ck_optimizer_momentum || o == ck_optimizer_nesterov || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}

int32_t ck_optimizer_keeps_v(ck_optimizer o) {
  return o == ck_optimizer_adagrad || o == ck_optimizer_rmsprop || o == ck_optimizer_adam || o == ck_optimizer_adamW;
}
