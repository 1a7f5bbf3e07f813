#pragma once

#include <string>
#include <vector>

namespace panelbook::bench {

/// What a program cost from its start to its end.
struct Cost {
    double seconds = 0.0;
    double cpu_seconds = 0.0;  ///< of all its threads, the kernel's part included
    double peak_mib = 0.0;     ///< of memory
};

/// Runs a program, by path or by name, its output thrown away, and measures it; the quickest of `times` runs counts. On
/// one core if so asked, whatever it does. Throws std::runtime_error if it fails.
Cost measure(const std::vector<std::string>& arguments, bool one_core, int times);

}  // namespace panelbook::bench
