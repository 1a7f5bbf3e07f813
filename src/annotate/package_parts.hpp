#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/limits.hpp"
#include "panelbook/write/package.hpp"

namespace panelbook::annotate {

/// The parts of a package, with a record of those that were changed or added.
class PackageParts {
public:
    PackageParts() = default;
    /// Throws workbook::Refused for what is no sound zip file.
    PackageParts(std::string_view file, const workbook::Limits& limits);

    /// The bytes of a part; null if there is none. The case of names does not count.
    const std::string* find(std::string_view name) const;
    /// Throws NotAnnotatable if there is none.
    const std::string& at(std::string_view name) const;
    bool any_below(std::string_view folder) const;

    /// Puts a part in place of the one of that name, or behind all others.
    void put(const std::string& name, std::string bytes);
    /// A name of the form "xl/comments{}.xml" that no part has.
    std::string unused(std::string_view before_number, std::string_view behind_number) const;

    /// Says what kind of part a new one is.
    void declare(const std::string& part, std::string_view content_type);
    void declare_ending(std::string_view ending, std::string_view content_type);
    /// Links a part to another and returns the relationship's id. `kind` is the last word of its type.
    std::string relate(const std::string& from, const std::string& to, std::string_view kind, bool strict);

    const std::set<std::string>& changed() const { return m_changed; }
    std::vector<write::PackagePart> take() { return std::move(m_parts); }

private:
    std::vector<write::PackagePart> m_parts;
    std::set<std::string> m_changed;
};

}  // namespace panelbook::annotate
