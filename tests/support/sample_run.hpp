#pragma once

#include <filesystem>
#include <string>

namespace panelbook::tests {

/// The dashboard of a sample workspace ("2014-15-q1"), run once a process on a copy of it. Throws std::runtime_error
/// with what the run said if none was made.
std::filesystem::path sample_dashboard(const std::string& sample);

}  // namespace panelbook::tests
