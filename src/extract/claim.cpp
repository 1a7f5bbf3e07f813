#include <string>
#include <vector>

#include "panelbook/core/text.hpp"
#include "panelbook/extract/extract.hpp"

namespace panelbook::extract {

Claim claim(const std::string& file_name, const plan::Plan& plan) {
    const std::size_t slash = file_name.find_last_of('/');
    const std::string name = slash == std::string::npos ? file_name : file_name.substr(slash + 1);
    Claim result;
    std::vector<std::string> patterns;
    for (const plan::Source& source : plan.sources) {
        patterns.push_back(source.file_pattern);
        if (source.file_pattern.empty() || !matches_pattern(source.file_pattern, name)) continue;
        if (result.source != nullptr) {
            result.source = nullptr;
            result.ambiguous = true;
            result.nearest = source.id.text;
            return result;
        }
        result.source = &source;
    }
    if (result.source != nullptr) return result;
    // The stars of a pattern stand for words that differ from file to file: only what is fixed can be mistyped.
    std::vector<std::string> fixed;
    for (const std::string& pattern : patterns) fixed.push_back(pattern.substr(0, pattern.find_first_of("*?")));
    const std::string stem = name.substr(0, name.find_last_of('.'));
    for (std::size_t i = 0; i < fixed.size(); ++i) {
        const std::vector<std::string> one = {fixed[i]};
        const std::string same_length = stem.substr(0, fixed[i].size());
        if (nearest(same_length, one).empty() && nearest(stem, one).empty()) continue;
        result.nearest = plan.sources[i].id.text;
        break;
    }
    return result;
}

}  // namespace panelbook::extract
