#pragma once

#include <string>
#include <vector>

#include "oracles.hpp"

namespace panelbook::tests {

/// The oracles' folder; where it is absent, says that the test was skipped and gives nothing.
std::filesystem::path oracles_or_skip();

/// Prints how many rows and figures were compared, and demands at least one and no difference.
void report(const std::string& table, std::size_t rows, const Agreement& agreement);

/// The figures of an input series; of one with denominators the figure or its share, whichever has `value` at `index`:
/// the tables do not say which of the two they forecast.
std::vector<double> oracle_values(const std::filesystem::path& oracles, const std::string& id, std::size_t index,
                                  double value);

}  // namespace panelbook::tests
