#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/core/finding.hpp"
#include "panelbook/core/period.hpp"
#include "panelbook/plan/schema.hpp"
#include "panelbook/workbook/workbook.hpp"

#include "words.hpp"

namespace panelbook::plan {

/// The names that cells may refer to, as they are written in the plan, and what they are called in a message.
struct Names {
    std::string_view what;   ///< "measure"
    std::string_view sheet;  ///< "Measures"
    std::vector<std::string> all;
    bool known(std::string_view name) const;
};

/// One row of a sheet of the plan. Reading a cell that is wrong adds a finding and gives nothing, or the default.
class Row {
public:
    Row(const workbook::Sheet& sheet, const SheetSchema& schema,
        const std::map<std::string_view, std::uint32_t>& columns, std::uint32_t row, Findings& findings)
        : m_sheet(sheet), m_schema(schema), m_columns(columns), m_row(row), m_findings(findings) {}

    /// The cell under a heading; the first column where the sheet has no such heading.
    CellRef place(std::string_view heading) const;
    bool has(std::string_view heading) const;
    /// The words as they stand, trimmed; empty where the cell is.
    std::string text(std::string_view heading) const;
    /// A text that must stay as typed: a date is an error, because Excel made it of something else.
    std::string code(std::string_view heading) const;
    std::optional<double> number(std::string_view heading, double least, double most) const;
    std::optional<int> whole(std::string_view heading, int least, int most) const;
    std::optional<Date> date(std::string_view heading) const;
    std::optional<Period> period(std::string_view heading) const;
    /// One of the choices of the schema; empty where the cell is empty or wrong.
    std::string choice(std::string_view heading) const;
    bool yes(std::string_view heading, bool otherwise) const;
    /// The parts of a list, trimmed.
    std::vector<std::string> list(std::string_view heading, char separator) const;
    /// A name that must be one of `names`, as they are written there; empty where the cell is empty or wrong.
    std::string reference(std::string_view heading, const Names& names) const;
    /// The same for a word that stands in a cell among others.
    std::string reference(std::string_view heading, std::string_view word, const Names& names) const;
    template <class Value>
    Value word(std::string_view heading, Value otherwise) const {
        return from_word<Value>(choice(heading)).value_or(otherwise);
    }
    /// Finds a period under the heading `to` that ends before the first one begins.
    void require_order(const std::optional<Period>& first, const std::optional<Period>& last,
                       std::string_view to) const;
    /// "'X' is not a valid unit." with the nearest known word.
    void refuse_word(std::string_view heading, std::string_view word, std::string_view what,
                     const std::vector<std::string>& known) const;

    void error(std::string_view rule, std::string_view heading, std::string message, std::string remedy) const;
    void warning(std::string_view rule, std::string_view heading, std::string message, std::string remedy) const;

private:
    const Cell* cell(std::string_view heading) const;
    void add(Severity severity, std::string_view rule, std::string_view heading, std::string message,
             std::string remedy) const;

    const workbook::Sheet& m_sheet;
    const SheetSchema& m_schema;
    const std::map<std::string_view, std::uint32_t>& m_columns;
    std::uint32_t m_row;
    Findings& m_findings;
};

/// The rows of one sheet below its headings, without the example and the empty ones. Says what is wrong with the
/// headings, and which rows lack what they need.
class Rows {
public:
    Rows(const workbook::Sheet& sheet, const SheetSchema& schema, Findings& findings);
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    const std::vector<Row>& all() const { return m_rows; }

private:
    std::map<std::string_view, std::uint32_t> m_columns;
    std::vector<Row> m_rows;
};

inline constexpr std::string_view plan_file = "plan.xlsx";

}  // namespace panelbook::plan
