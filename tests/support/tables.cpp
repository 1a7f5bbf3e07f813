#include "tables.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

#include "panelbook/core/text.hpp"

#include "cell_accounts.hpp"

namespace panelbook::tests {

namespace {

std::optional<double> whole_double(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> days_of(std::string_view text) {
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    char tail = 0;
    if (std::sscanf(std::string(text).c_str(), "%d:%d:%d%c", &hours, &minutes, &seconds, &tail) != 3)
        return std::nullopt;
    return (hours * 3600.0 + minutes * 60.0 + seconds) / 86400.0;
}

void set_value(Cell& cell, std::string_view text) {
    if (text.starts_with('\'')) {
        cell.value = std::string(text.substr(1));
    } else if (const auto number = whole_double(text)) {
        cell.value = *number;
    } else if (text.ends_with('%') && whole_double(text.substr(0, text.size() - 1))) {
        cell.value = *whole_double(text.substr(0, text.size() - 1)) / 100.0;
        cell.percent_format = true;
    } else if (const auto date = parse_iso_date(text)) {
        cell.value = DateTime{*date, 0.0};
    } else if (const auto days = days_of(text)) {
        cell.value = Elapsed{*days};
    } else if (text == "TRUE" || text == "FALSE") {
        cell.value = text == "TRUE";
    } else if (text.starts_with('#')) {
        cell.value = CellError{std::string(text)};
    } else {
        cell.value = std::string(text);
    }
}

void instruct(workbook::Sheet& sheet, std::string_view line) {
    const std::vector<std::string> words = split(line, ' ');
    if (words[0] == "@merge") {
        const std::vector<std::string> corners = split(words[1], ':');
        sheet.merged.push_back({*parse_a1(corners[0]), *parse_a1(corners[1])});
    } else if (words[0] == "@hide" && words[1] == "row") {
        const auto row = static_cast<std::uint32_t>(std::stoul(words[2])) - 1;
        sheet.hidden_rows.insert(row, row);
    } else if (words[0] == "@hide" && words[1] == "column") {
        const std::uint32_t column = *parse_column(words[2]);
        sheet.hidden_columns.insert(column, column);
    } else {
        throw std::runtime_error("what is " + std::string(line));
    }
}

plan::Measure measure_of(std::string id, std::string name, plan::Unit unit, plan::RollUp roll_up) {
    plan::Measure measure;
    measure.id = {std::move(id)};
    measure.name = std::move(name);
    measure.unit = unit;
    measure.over_time = roll_up;
    measure.over_areas = roll_up;
    return measure;
}

plan::Label label_of(const std::string& text) {
    const std::size_t sign = text.find('=');
    plan::Label label;
    label.source = SourceId{"crime"};
    label.theirs = text.substr(0, sign);
    const std::vector<std::string> parts = split(text.substr(sign + 1), '/');
    label.ignore = parts.front() == "ignore";
    label.total = parts.front() == "total";
    if (!label.ignore && !label.total && parts.front() != "-") label.measure = MeasureId{parts.front()};
    if (parts.size() > 1) label.area = AreaId{parts[1]};
    return label;
}

}  // namespace

workbook::Sheet sheet_of(std::string_view text, std::string name) {
    workbook::Sheet sheet;
    sheet.name = std::move(name);
    std::uint32_t row = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('@')) {
            instruct(sheet, line);
            continue;
        }
        for (std::uint32_t column = 0; !line.empty(); ++column) {
            const std::size_t bar = std::min(line.find('|'), line.size());
            const std::string_view value = trimmed(line.substr(0, bar));
            line.remove_prefix(std::min(bar + 1, line.size()));
            if (value.empty()) continue;
            Cell cell;
            cell.at = {row, column};
            set_value(cell, value);
            sheet.cells.push_back(std::move(cell));
        }
        ++row;
    }
    return sheet;
}

workbook::Workbook book_of(std::string_view text, std::string name) {
    workbook::Workbook book;
    book.sheets.push_back(sheet_of(text, std::move(name)));
    return book;
}

plan::Plan office_plan(std::vector<std::string> labels) {
    using plan::RollUp;
    using plan::Unit;
    plan::Plan plan;
    plan.settings.area = {"force"};
    plan.areas = {{{"force"}, "Northshire", "force", {}, {}},
                  {{"city"}, "City", "city", AreaId{"force"}, {}},
                  {{"county"}, "County", "county", AreaId{"force"}, {}}};
    plan.measures = {measure_of("burglary", "Burglary", Unit::count, RollUp::sum),
                     measure_of("robbery", "Robbery", Unit::count, RollUp::sum),
                     measure_of("asb", "Anti-social behaviour", Unit::count, RollUp::sum),
                     measure_of("satisfaction", "Satisfaction", Unit::percent, RollUp::ratio),
                     measure_of("answer-time", "Time to answer", Unit::seconds, RollUp::mean),
                     measure_of("grant", "Grant", Unit::gbp, RollUp::sum)};
    plan::Source source;
    source.id = {"crime"};
    source.organisation = "Force corporate services";
    source.file_pattern = "crime*.xlsx";
    plan.sources = {source};
    for (const std::string& label : labels) plan.labels.push_back(label_of(label));
    return plan;
}

Checked<extract::Extract> read_table(std::string_view sheet, plan::TableSpec spec, std::vector<std::string> labels,
                                     bool needs_release) {
    plan::Plan plan = office_plan(std::move(labels));
    plan.sources.front().needs_release = needs_release;
    plan.sources.front().tables = {std::move(spec)};
    const workbook::Workbook book = book_of(sheet);
    auto read = extract::extract(book, plan.sources.front(), plan, {"crime.xlsx", std::string(64, 'a')});
    const std::vector<std::string> wrong = wrong_accounts(book, read.value);
    if (!wrong.empty()) throw std::runtime_error("a cell of the table is not accounted for: " + wrong.front());
    return read;
}

std::vector<std::string> said(const extract::Extract& extract) {
    std::vector<std::string> texts;
    for (const Observation& one : extract.observations) {
        std::string text = fmt::format("{} {} {}", one.measure.text, one.area.text, one.period.key());
        if (one.value) text += " " + to_text(CellValue{to_number(*one.value)});
        if (one.denominator) text += " of " + to_text(CellValue{*one.denominator});
        if (one.marker != Marker::none) text += fmt::format(" {}", to_word(one.marker));
        texts.push_back(std::move(text));
    }
    for (const SavingsAmount& one : extract.savings) {
        texts.push_back(fmt::format("{}, {}, {}, {}: {}", one.scheme, one.status, one.recurring, one.year.key(),
                                    to_text(CellValue{one.amount.pounds()})));
    }
    return texts;
}

std::vector<std::string> found(Findings findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& one, const Finding& other) {
        const CellRef last{~0u, ~0u};
        return one.where.cell.value_or(last) < other.where.cell.value_or(last);
    });
    std::vector<std::string> texts;
    for (const Finding& finding : findings) {
        texts.push_back(fmt::format("{} {}{}", to_word(finding.severity), finding.rule,
                                    finding.where.cell ? " " + to_a1(*finding.where.cell) : ""));
    }
    return texts;
}

std::string lines(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += text + "\n";
    return all;
}

}  // namespace panelbook::tests
