#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "panelbook/core/series.hpp"
#include "panelbook/plan/plan.hpp"

namespace panelbook::run {

/// A published figure, or the reason why there is none, as a dashboard's sheet Data has it.
struct PublishedFigure {
    std::string name;             ///< of the measure
    std::optional<double> value;  ///< in the measure's unit, money in pounds
    std::string reason;           ///< where there is no value
};

/// By measure, area, first day of the period ("2014-04-01") and its label ("Apr-14").
using FigureKey = std::tuple<std::string, std::string, std::string, std::string>;
using PublishedFigures = std::map<FigureKey, PublishedFigure>;

/// The figures of a dashboard, from its sheet Data. Throws ReadError if it is no dashboard of this program.
PublishedFigures figures_of_dashboard(const std::filesystem::path& path);
PublishedFigures figures_of_series(const std::vector<Series>& series, const plan::Plan& plan);

struct FigureChange {
    FigureKey key;
    std::string name;
    std::optional<double> before;
    std::optional<double> after;
    std::string reason;  ///< why it is no longer there
};

/// The figures that changed, appeared and disappeared, in the order of their keys. Values that differ by no more than
/// storing and adding doubles does (1e-9) are the same.
std::vector<FigureChange> differences(const PublishedFigures& before, const PublishedFigures& after);

/// For a terminal: a line of counts, then one line a figure.
std::string to_text(const std::vector<FigureChange>& changes, const std::string& before, const std::string& after);
std::string to_json(const std::vector<FigureChange>& changes, const std::string& before, const std::string& after);

}  // namespace panelbook::run
