#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/workbook/package.hpp"

namespace panelbook::workbook {

/// A link from one part of an Office file to another.
struct Relationship {
    std::string id;
    std::string type;    ///< the last word of the type's address: "worksheet", "sharedStrings"
    std::string target;  ///< the part's name in the package; as written if it is external
    bool external = false;
};

/// The relationships of a part ("" for the package itself); none if it has no relationships part.
std::vector<Relationship> relationships_of(Package& package, std::string_view part, const Limits& limits);

/// The first that stays in the package and has the type; null if there is none.
const Relationship* first_of_type(const std::vector<Relationship>& all, std::string_view type);

/// The name of the part that `target` means in a relationship of `source`: absolute from the package's root or relative
/// to the folder of `source`, with %20 and the like, "..", backslashes and fragments resolved.
std::string resolve_target(std::string_view source, std::string_view target);

}  // namespace panelbook::workbook
