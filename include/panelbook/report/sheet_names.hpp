#pragma once

#include <set>
#include <string>

namespace panelbook::report {

/// Names of sheets as Excel takes them: at most 31 characters, none of []:*?/\ in them, no apostrophe at either end, no
/// name twice in whatever case, and none that a page of every dashboard has.
class SheetNames {
public:
    SheetNames();
    /// The nearest such name, and none that was taken before.
    std::string take(const std::string& wanted);

private:
    std::set<std::string> m_taken;  // folded
};

}  // namespace panelbook::report
