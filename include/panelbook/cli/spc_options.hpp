#pragma once

#include <optional>
#include <string>
#include <vector>

#include "panelbook/core/chart_type.hpp"
#include "panelbook/plan/plan.hpp"
#include "panelbook/spc/rule_set.hpp"

namespace panelbook::cli {

struct SpcReset {
    std::string period;
    std::string reason;
};

struct SpcOptions {
    enum class Format { text, csv, json };

    std::string file;
    std::string sheet;  ///< empty: the first that holds a series
    spc::RuleSet rules;
    ChartType chart = ChartType::individuals;
    bool screen_given = false;
    plan::Good good = plan::Good::none;
    std::size_t baseline_points = 0;  ///< 0: all
    std::string baseline_from;        ///< with `baseline_to`: a baseline by its periods
    std::string baseline_to;
    std::vector<SpcReset> resets;
    std::size_t forecast = 0;  ///< periods ahead; 0: none
    Format format = Format::text;
    bool quiet = false;
};

/// Reads `spc`'s arguments; opens no file. Throws UsageError naming the nearest valid option or word.
SpcOptions parse_spc_options(const std::vector<std::string>& arguments);

}  // namespace panelbook::cli
