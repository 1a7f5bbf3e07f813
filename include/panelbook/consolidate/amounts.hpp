#pragma once

#include <string>

#include "panelbook/core/observation.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::consolidate {

/// Whether two amounts differ by no more than what storing and adding doubles does (1e-9 of the larger); pence must be
/// equal.
bool same_amount(const Amount& a, const Amount& b);

/// "12345", "88.2%", "£1234.50", with a true minus sign and every digit that was sent: for findings.
std::string amount_words(const Amount& amount, plan::Unit unit);

}  // namespace panelbook::consolidate
