#pragma once

#include <optional>
#include <string_view>

#include "panelbook/spc/chart.hpp"

namespace panelbook::spc {

/// The icons of the NHS Making Data Count charts, as NHSRplotthedots 0.2.2 chooses them.
enum class Variation {
    common_cause,
    improvement_high,
    improvement_low,
    concern_high,
    concern_low,
    neutral_high,
    neutral_low,
};
enum class Assurance { pass, fail, inconsistent };

/// "improvement_high" and so on.
std::string_view id_of(Variation icon);
/// "pass", "fail", "inconsistent".
std::string_view id_of(Assurance icon);

/// By the last point only; high where it is high or rising, low where it is low or falling. A signal without a
/// direction is common cause: there is no icon for it.
Variation variation_icon(const ControlChart& chart, plan::Good good);

/// Whether the process can be relied upon to meet the target, by the limits of the last point: a target strictly beyond
/// the upper limit is failed where more is better and passed where less is, and the reverse below the lower limit; else
/// inconsistent. Nothing without a target, without limits, or where neither direction is good.
std::optional<Assurance> assurance_icon(const ControlChart& chart, plan::Good good, std::optional<double> target);

}  // namespace panelbook::spc
