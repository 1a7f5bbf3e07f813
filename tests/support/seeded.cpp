#include "seeded.hpp"

#include <array>
#include <fmt/format.h>

#include "panelbook/core/period.hpp"

#include "table_cases.hpp"

namespace panelbook::tests {

namespace {

using Cells = std::vector<std::vector<std::string>>;
using Seeds = std::vector<Seed>;

constexpr int months = 12;
constexpr std::array<const char*, 2> areas = {"City", "County"};
constexpr std::array<const char*, 3> offences = {"Burglary", "Robbery", "Anti-social behaviour"};

CellRef at(int row, int column) {
    return {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
}

/// A count that differs from its neighbours, and stays between 40 and 58.
int count_of(int series, int period, int variant) {
    return 40 + (series * 7 + period * 5 + variant * 3 + series * period % 5) % 19;
}

std::string first_of_month(int month) {
    return to_iso(Period::month(2013, 4).shifted(month).first_day());
}

std::string month_label(int month) {
    return Period::month(2013, 4).shifted(month).label();
}

void put(Cells& cells, CellRef place, std::string text) {
    if (cells.size() <= place.row) cells.resize(place.row + 1);
    auto& row = cells[place.row];
    if (row.size() <= place.column) row.resize(place.column + 1);
    row[place.column] = std::move(text);
}

std::string column_sum(int column, int first_row, int last_row, int value) {
    const std::string letters = column_letters(static_cast<std::uint32_t>(column));
    return fmt::format("=SUM({0}{1}:{0}{2})|{3}", letters, first_row + 1, last_row + 1, value);
}

SeededWorkbook workbook_of(const char* layout, int variant, std::vector<plan::TableSpec> tables,
                           const char* ending = "xlsx") {
    SeededWorkbook book;
    book.name = fmt::format("crime {} {}.{}", layout, variant + 1, ending);
    book.plan = office_plan();
    book.plan.sources.front().file_pattern = "crime*";
    book.plan.sources.front().tables = std::move(tables);
    return book;
}

/// Five of the seeds in turn, so that the four workbooks of a layout make different errors.
Seeds five_of(const Seeds& all, int variant) {
    Seeds five;
    for (std::size_t i = 0; i < 5; ++i) five.push_back(all[(static_cast<std::size_t>(variant) * 3 + i) % all.size()]);
    return five;
}

/// A block of counts by series and month, whichever way it is turned: `place(series, month)`.
template <class PlaceOf>
Seeds errors_of_counts(PlaceOf place) {
    const auto typed = [&](const char* rule, int series, int month, const char* text) {
        return Seed{rule, place(series, month), {{place(series, month), text}}};
    };
    return {typed("not-a-number", 0, 3, "about 12"), typed("error-value", 1, 4, "#REF!"),
            typed("unit-flipped", 2, 5, "45000"),    typed("text-number", 3, 6, "'45"),
            typed("blank-cell", 0, 7, ""),           typed("out-of-range", 1, 9, "-5"),
            typed("not-whole", 2, 10, "45.5"),       typed("sudden-change", 4, 11, "250")};
}

SeededWorkbook wide_months(int variant) {
    SeededWorkbook book = workbook_of("wide", variant, {spec_of(plan::Layout::wide, "B", "A")});
    const int header = 2 + variant;
    put(book.cells, at(0, 0), "Recorded crime");
    put(book.cells, at(header, 0), "Area");
    put(book.cells, at(header, 1), "Offence");
    for (int month = 0; month < months; ++month) put(book.cells, at(header, 2 + month), first_of_month(month));
    std::array<int, months> totals{};
    for (int series = 0; series < 6; ++series) {
        const int row = header + 1 + series;
        put(book.cells, at(row, 0), areas[static_cast<std::size_t>(series % 2)]);
        put(book.cells, at(row, 1), offences[static_cast<std::size_t>(series / 2)]);
        for (int month = 0; month < months; ++month) {
            const int count = count_of(series, month, variant);
            totals[static_cast<std::size_t>(month)] += count;
            put(book.cells, at(row, 2 + month), std::to_string(count));
        }
    }
    const int total = header + 7;
    put(book.cells, at(total, 0), "Total");
    for (int month = 0; month < months; ++month) {
        put(book.cells, at(total, 2 + month),
            column_sum(2 + month, header + 1, header + 6, totals[static_cast<std::size_t>(month)]));
    }
    Seeds seeds = errors_of_counts([&](int series, int month) { return at(header + 1 + series, 2 + month); });
    seeds.push_back({"total-differs", at(total, 4), {{at(total, 4), std::to_string(totals[2] + 25)}}});
    seeds.push_back(
        {"stale-sum", at(total, 2), {{at(total, 2), column_sum(2, header + 1, header + 6, totals[0] + 30)}}});
    seeds.push_back({"day-month-swap", at(header, 3), {{at(header, 3), "2013-01-05"}}});
    seeds.push_back({"date-as-text", at(header, 10), {{at(header, 10), "'01/12/2013"}}});
    seeds.push_back({"unknown-label", at(header + 6, 1), {{at(header + 6, 1), "Nuisance"}}});
    seeds.push_back({"hidden-row", at(header + 4, 2), {}, fmt::format("@hide row {}", header + 5)});
    book.seeds = five_of(seeds, variant);
    return book;
}

/// A row of years, filled only where a year begins, over a row of months; a total column at the end.
SeededWorkbook two_header_rows(int variant) {
    SeededWorkbook book = workbook_of("two header rows", variant, {spec_of(plan::Layout::wide, "A", "B")});
    const int header = 3;
    put(book.cells, at(0, 0), "Recorded crime by month");
    put(book.cells, at(1, 0), "Source: crime system");
    put(book.cells, at(header, 2), "2013");
    put(book.cells, at(header, 11), "2014");
    put(book.cells, at(header + 1, 0), "Offence");
    put(book.cells, at(header + 1, 1), "Area");
    constexpr std::array<const char*, months> names = {"Apr", "May", "Jun", "Jul", "Aug", "Sep",
                                                       "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"};
    for (int month = 0; month < months; ++month)
        put(book.cells, at(header + 1, 2 + month), names[static_cast<std::size_t>(month)]);
    put(book.cells, at(header + 1, 14), "Year to date");
    std::array<int, 6> totals{};
    for (int series = 0; series < 6; ++series) {
        const int row = header + 2 + series;
        if (series % 2 == 0) put(book.cells, at(row, 0), offences[static_cast<std::size_t>(series / 2)]);
        put(book.cells, at(row, 1), areas[static_cast<std::size_t>(series % 2)]);
        for (int month = 0; month < months; ++month) {
            const int count = count_of(series, month, variant + 5);
            totals[static_cast<std::size_t>(series)] += count;
            put(book.cells, at(row, 2 + month), std::to_string(count));
        }
        put(book.cells, at(row, 14), std::to_string(totals[static_cast<std::size_t>(series)]));
    }
    Seeds seeds = errors_of_counts([&](int series, int month) { return at(header + 2 + series, 2 + month); });
    seeds.push_back({"unknown-label", at(header + 7, 1), {{at(header + 7, 1), "Contry"}}});
    seeds.push_back({"period-not-understood", at(header + 1, 3), {{at(header + 1, 3), "Mai"}}});
    seeds.push_back({"hidden-column", at(header + 2, 6), {}, "@hide column G"});
    book.seeds = five_of(seeds, variant);
    return book;
}

/// Two tables below their own titles, each with a total row.
SeededWorkbook stacked_tables(int variant) {
    SeededWorkbook book = workbook_of("stacked", variant,
                                      {titled(spec_of(plan::Layout::wide, "= burglary", "A"), "Burglary by area"),
                                       titled(spec_of(plan::Layout::wide, "= robbery", "A"), "Robbery by area")});
    const auto table = [&](int title, const char* words, int offset) {
        put(book.cells, at(title, 0), words);
        put(book.cells, at(title + 1, 0), "Area");
        for (int month = 0; month < months; ++month) {
            put(book.cells, at(title + 1, 1 + month), month_label(month));
            int total = 0;
            for (int area = 0; area < 2; ++area) {
                const int count = count_of(area + offset, month, variant);
                total += count;
                put(book.cells, at(title + 2 + area, 1 + month), std::to_string(count));
            }
            put(book.cells, at(title + 4, 1 + month), column_sum(1 + month, title + 2, title + 3, total));
        }
        for (int area = 0; area < 2; ++area)
            put(book.cells, at(title + 2 + area, 0), areas[static_cast<std::size_t>(area)]);
        put(book.cells, at(title + 4, 0), "Total");
    };
    const int first = 1 + variant;
    const int second = first + 7;
    table(first, "Burglary by area", 0);
    table(second, "Robbery by area", 3);
    const auto typed = [&](const char* rule, int row, int column, const char* text) {
        return Seed{rule, at(row, column), {{at(row, column), text}}};
    };
    const Seeds seeds = {
        typed("not-a-number", first + 2, 3, "see note"),
        typed("total-differs", second + 4, 5, "300"),
        typed("error-value", second + 3, 4, "#DIV/0!"),
        typed("text-number", first + 3, 6, "'44"),
        typed("unit-flipped", second + 2, 7, "47000"),
        typed("out-of-range", first + 2, 8, "-44"),
        typed("period-not-understood", second + 1, 9, "Dezember"),
        {"stale-sum", at(first + 4, 10), {{at(first + 4, 10), column_sum(10, first + 2, first + 3, 7)}}},
        typed("sudden-change", second + 3, 12, "300"),
        typed("blank-cell", second + 2, 2, "")};
    book.seeds = five_of(seeds, variant);
    return book;
}

/// Months down, measures over their areas across; dates in two of the four, text in the others.
SeededWorkbook tall_months(int variant) {
    SeededWorkbook book = workbook_of("tall", variant, {spec_of(plan::Layout::tall)});
    const int header = 2;
    const bool dates = variant % 2 == 0;
    put(book.cells, at(0, 0), "Incidents by month");
    put(book.cells, at(header + 1, 0), "Month");
    for (int series = 0; series < 6; ++series) {
        put(book.cells, at(header, 1 + series), offences[static_cast<std::size_t>(series / 2)]);
        put(book.cells, at(header + 1, 1 + series), areas[static_cast<std::size_t>(series % 2)]);
    }
    for (int month = 0; month < months; ++month) {
        const int row = header + 2 + month;
        put(book.cells, at(row, 0), dates ? first_of_month(month) : month_label(month));
        for (int series = 0; series < 6; ++series)
            put(book.cells, at(row, 1 + series), std::to_string(count_of(series, month, variant + 9)));
    }
    const auto place = [&](int series, int month) { return at(header + 2 + month, 1 + series); };
    Seeds seeds = errors_of_counts(place);
    if (dates) {
        seeds.insert(seeds.begin(), {"day-month-swap", at(header + 3, 0), {{at(header + 3, 0), "2013-01-05"}}});
        seeds.push_back({"date-as-text", at(header + 10, 0), {{at(header + 10, 0), "'Dec-13"}}});
    } else {
        seeds.push_back({"period-not-understood", at(header + 4, 0), {{at(header + 4, 0), "June-ish"}}});
    }
    seeds.push_back({"unknown-label", at(header + 1, 6), {{at(header + 1, 6), "Contry"}}});
    seeds.push_back({"hidden-row", at(header + 6, 1), {}, fmt::format("@hide row {}", header + 7)});
    book.seeds = five_of(seeds, variant);
    return book;
}

/// One figure a row: month, area, count. As a csv it is without what a csv cannot hold.
SeededWorkbook list_of_counts(int variant, bool csv) {
    plan::TableSpec spec = spec_of(plan::Layout::list, "= burglary", "Area", "Month", "Count");
    SeededWorkbook book = workbook_of(csv ? "csv" : "list", variant, {spec}, csv ? "csv" : "xlsx");
    const int header = csv ? 0 : variant;
    if (header > 0) put(book.cells, at(0, 0), "Burglaries by month and area");
    const int first = header + 1;
    int column = 0;
    for (const char* heading : {"Month", "Area", "Count"}) put(book.cells, at(header, column++), heading);
    for (int month = 0; month < months; ++month) {
        for (int area = 0; area < 2; ++area) {
            const int row = first + 2 * month + area;
            put(book.cells, at(row, 0), csv ? month_label(month) : first_of_month(month));
            put(book.cells, at(row, 1), areas[static_cast<std::size_t>(area)]);
            put(book.cells, at(row, 2), std::to_string(count_of(area, month, variant)));
        }
    }
    const auto row_of = [&](int month, int area) { return first + 2 * month + area; };
    const auto typed = [&](const char* rule, int row, int in, const char* text) {
        return Seed{rule, at(row, in), {{at(row, in), text}}};
    };
    Seeds seeds = {{"duplicate-observation", at(row_of(3, 1), 2), {{at(row_of(3, 1), 1), "City"}}},
                   typed("not-a-number", row_of(1, 0), 2, "n/k?"),
                   typed("unknown-label", row_of(4, 1), 1, "Couty"),
                   typed("period-not-understood", row_of(5, 0), 0, "sommer"),
                   typed("out-of-range", row_of(6, 0), 2, "-12"),
                   typed("unit-flipped", row_of(7, 1), 2, "48000"),
                   typed("not-whole", row_of(8, 0), 2, "44.5"),
                   typed("sudden-change", row_of(11, 1), 2, "300")};
    if (!csv) {
        seeds.push_back(typed("error-value", row_of(2, 0), 2, "#N/A"));
        seeds.push_back(typed("text-number", row_of(9, 1), 2, "'51"));
        seeds.push_back(typed("day-month-swap", row_of(1, 1), 0, "2013-01-05"));
        seeds.push_back(typed("date-as-text", row_of(10, 0), 0, "'01/02/2014"));
        seeds.push_back({"hidden-row", at(row_of(0, 1), 2), {}, fmt::format("@hide row {}", row_of(0, 1) + 1)});
    }
    book.seeds = five_of(seeds, variant);
    return book;
}

/// Percentages with the number of people asked; a return has its sign-off block above them.
SeededWorkbook survey(int variant, bool form) {
    plan::TableSpec spec = form ? spec_of(plan::Layout::workbook_return)
                                : spec_of(plan::Layout::list, "= satisfaction", "Area", "Quarter", "Per cent", "Asked");
    SeededWorkbook book = workbook_of(form ? "return" : "survey", variant, {spec});
    int header = form ? 8 : 2;
    put(book.cells, at(0, 0), form ? "Quarterly return" : "Victim survey");
    if (form) {
        const std::array<std::pair<const char*, const char*>, 5> lines = {{{"Organisation", "Survey unit"},
                                                                           {"Board", "Survey Board"},
                                                                           {"Period", "2014/15 Q1"},
                                                                           {"Presented to the board on", "2014-09-29"},
                                                                           {"Completed by (role)", "Analyst"}}};
        int row = 2;
        for (const auto& [label, value] : lines) {
            put(book.cells, at(row, 0), label);
            put(book.cells, at(row++, 1), value);
        }
    }
    int column = 0;
    for (const char* heading : form ? std::array{"Measure", "Period", "Area", "Value", "n"}
                                    : std::array{"Survey", "Quarter", "Area", "Per cent", "Asked"})
        put(book.cells, at(header, column++), heading);
    for (int quarter = 0; quarter < 9; ++quarter) {
        for (int area = 0; area < 2; ++area) {
            const int row = header + 1 + 2 * quarter + area;
            put(book.cells, at(row, 0), "Satisfaction");
            put(book.cells, at(row, 1), Period::quarter(2012, 1).shifted(3 * quarter).key());
            put(book.cells, at(row, 2), areas[static_cast<std::size_t>(area)]);
            put(book.cells, at(row, 3), std::to_string(76 + (quarter * 3 + area * 5 + variant) % 9));
            put(book.cells, at(row, 4), "200");
        }
    }
    const auto row_of = [&](int quarter, int area) { return header + 1 + 2 * quarter + area; };
    const auto typed = [&](const char* rule, int row, int in, const char* text) {
        return Seed{rule, at(row, in), {{at(row, in), text}}};
    };
    Seeds seeds = {
        {"impossible-percentage", at(row_of(1, 0), 3), {{at(row_of(1, 0), 3), "77.4"}, {at(row_of(1, 0), 4), "65"}}},
        typed("unit-flipped", row_of(2, 1), 3, "0.82"),
        typed("out-of-range", row_of(3, 0), 3, "182.7"),
        typed("not-a-number", row_of(4, 1), 4, "many"),
        typed("error-value", row_of(5, 0), 3, "#VALUE!"),
        typed("text-number", row_of(6, 1), 3, "'80"),
        typed("unknown-label", row_of(7, 0), 2, "Citty"),
        typed("period-not-understood", row_of(8, 1), 1, "autumn"),
        {"duplicate-observation", at(row_of(0, 1), 3), {{at(row_of(0, 1), 2), "City"}}}};
    if (form) {
        seeds.insert(seeds.begin(), typed("sign-off-date-unreadable", 5, 1, "29th or 30th"));
        seeds.insert(seeds.begin() + 4, typed("sign-off-period", 4, 1, "the spring quarter"));
    }
    book.seeds = five_of(seeds, variant);
    return book;
}

/// Schemes in thousands of pounds, years across, totals both ways.
SeededWorkbook savings_schemes(int variant) {
    plan::TableSpec spec = spec_of(plan::Layout::savings);
    spec.scale = 1000;
    SeededWorkbook book = workbook_of("savings", variant, {spec});
    const int header = 2 + variant;
    put(book.cells, at(0, 0), "Savings plan, thousands of pounds");
    int column = 0;
    for (const char* heading : {"Scheme", "Owner", "Status", "2014/15", "2015/16", "2016/17", "Total"})
        put(book.cells, at(header, column++), heading);
    constexpr std::array<const char*, 6> schemes = {"Estates", "Fleet", "Stores", "Travel", "Printing", "Telephones"};
    constexpr std::array<const char*, 4> statuses = {"realised", "planned", "identified", "idea"};
    std::array<int, 4> totals{};
    for (int scheme = 0; scheme < 6; ++scheme) {
        const int row = header + 1 + scheme;
        put(book.cells, at(row, 0), schemes[static_cast<std::size_t>(scheme)]);
        put(book.cells, at(row, 1), "Finance");
        put(book.cells, at(row, 2), statuses[static_cast<std::size_t>((scheme + variant) % 4)]);
        int sum = 0;
        for (int year = 0; year < 3; ++year) {
            const int amount = 40 + count_of(scheme, year, variant);
            sum += amount;
            totals[static_cast<std::size_t>(year)] += amount;
            put(book.cells, at(row, 3 + year), std::to_string(amount));
        }
        totals[3] += sum;
        put(book.cells, at(row, 6), fmt::format("=SUM(D{0}:F{0})|{1}", row + 1, sum));
    }
    const int total = header + 7;
    put(book.cells, at(total, 0), "Total");
    for (int year = 0; year < 4; ++year) {
        put(book.cells, at(total, 3 + year),
            column_sum(3 + year, header + 1, header + 6, totals[static_cast<std::size_t>(year)]));
    }
    const auto typed = [&](const char* rule, int row, int in, const char* text) {
        return Seed{rule, at(row, in), {{at(row, in), text}}};
    };
    const Seeds seeds = {
        typed("unknown-status", header + 1, 2, "relised"),
        typed("not-a-number", header + 2, 4, "to follow?"),
        typed("unit-flipped", header + 3, 3, "87890"),
        typed("total-differs", header + 4, 6, "999"),
        typed("label-missing", header + 5, 0, ""),
        typed("error-value", header + 6, 5, "#REF!"),
        {"stale-sum", at(total, 6), {{at(total, 6), column_sum(6, header + 1, header + 6, totals[3] + 500)}}},
        typed("unit-differs", header + 2, 5, "15%")};
    book.seeds = five_of(seeds, variant);
    return book;
}

/// A label and a figure a row, each named by the plan.
SeededWorkbook single_cells(int variant) {
    constexpr std::array<std::pair<const char*, const char*>, 6> figures = {{{"Burglary", "51"},
                                                                             {"Robbery", "17"},
                                                                             {"Anti-social behaviour", "144"},
                                                                             {"Satisfaction", "82.5"},
                                                                             {"Time to answer", "12"},
                                                                             {"Grant", "25000"}}};
    const int first = 3 + variant;
    std::vector<plan::TableSpec> specs;
    for (int row = 0; row < 6; ++row) {
        specs.push_back(spec_of(plan::Layout::cells, fmt::format("A{}", first + row + 1), "", "B2",
                                fmt::format("B{}", first + row + 1)));
    }
    SeededWorkbook book = workbook_of("cells", variant, specs);
    put(book.cells, at(0, 0), "Summary");
    put(book.cells, at(1, 0), "Period");
    put(book.cells, at(1, 1), "2014/15 Q1");
    for (int row = 0; row < 6; ++row) {
        put(book.cells, at(first + row, 0), figures[static_cast<std::size_t>(row)].first);
        put(book.cells, at(first + row, 1), figures[static_cast<std::size_t>(row)].second);
    }
    const auto typed = [&](const char* rule, int row, int in, const char* text) {
        return Seed{rule, at(first + row, in), {{at(first + row, in), text}}};
    };
    const Seeds seeds = {typed("not-a-number", 0, 1, "several"),
                         typed("error-value", 1, 1, "#NAME?"),
                         typed("blank-cell", 2, 1, ""),
                         typed("out-of-range", 3, 1, "182.7"),
                         typed("unknown-label", 4, 0, "Time it took"),
                         typed("unit-differs", 5, 1, "12%")};
    book.seeds = five_of(seeds, variant);
    return book;
}

}  // namespace

std::string SeededWorkbook::text(bool with_errors) const {
    Cells sheet = cells;
    std::string text = "@sheet Return\n";
    if (with_errors) {
        for (const Seed& seed : seeds) {
            for (const auto& [place, typed] : seed.typed) put(sheet, place, typed);
            if (!seed.instruction.empty()) text += seed.instruction + "\n";
        }
    }
    for (const auto& row : sheet) {
        for (std::size_t i = 0; i < row.size(); ++i) text += (i == 0 ? "" : "\t") + row[i];
        text += "\n";
    }
    return text;
}

std::vector<SeededWorkbook> seeded_workbooks() {
    std::vector<SeededWorkbook> books;
    for (int variant = 0; variant < 4; ++variant) {
        books.push_back(wide_months(variant));
        books.push_back(two_header_rows(variant));
        books.push_back(stacked_tables(variant));
        books.push_back(tall_months(variant));
        books.push_back(list_of_counts(variant, false));
        books.push_back(list_of_counts(variant, true));
        books.push_back(survey(variant, false));
        books.push_back(survey(variant, true));
        books.push_back(savings_schemes(variant));
        books.push_back(single_cells(variant));
    }
    return books;
}

}  // namespace panelbook::tests
