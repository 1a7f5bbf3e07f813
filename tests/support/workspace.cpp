#include "workspace.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include "panelbook/cli/commands.hpp"
#include "panelbook/core/period.hpp"
#include "panelbook/intake/files.hpp"

#include "plan_text.hpp"
#include "sheet_text.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {

namespace {

constexpr std::string_view plan_text = R"(@sheet Settings
setting	value
organisation	Office of the Police and Crime Commissioner
title	Small dashboard
period	2014/15 Q1
area	force
@sheet Priorities
priority	title	theme	tile
1	To reduce burglary	Crime	variance
@records Measures
measure: burglary
priority: 1
name: Burglary
noun: burglaries
unit: count
good: down
chart: yes
comparisons: year to date, quarter on year

measure: satisfaction
priority: 1
name: Satisfaction with service
unit: percent
good: up
frequency: quarter
decimals: 1
comparisons: quarter on year
@sheet Areas
area	name	kind	parent
force	The force area	force
city	City	city	force
county	County	county	force
@records Sources
source: crime
organisation: Force corporate services
file pattern: Burglaries*.xlsx
layout: list
sheet: Figures
labels: = burglary
areas: Area
periods: Month
values: Count
required: yes

source: survey
organisation: Survey unit
file pattern: Survey*.csv
layout: list
labels: = satisfaction
areas: = force
periods: Quarter
values: Per cent
n: Asked
)";

}  // namespace

Workspace::Workspace(std::string_view more_plan) : m_folder("workspace") {
    write_plan(more_plan);
    fs::create_directories(path() / "inbox");
}

void Workspace::write_plan(std::string_view more_plan) {
    const fs::path place = path() / "plan.xlsx";
    fs::remove(place);
    tests::write_plan(std::string(plan_text) + std::string(more_plan), place);
}

void Workspace::send(std::string_view name, std::string_view sheet_text) const {
    const fs::path place = path() / "inbox" / name;
    fs::create_directories(place.parent_path());
    write_workbook(sheet_text, place);
}

void Workspace::send_bytes(std::string_view name, std::string_view bytes) const {
    std::ofstream(path() / "inbox" / name, std::ios::binary) << bytes;
}

std::string Workspace::burglaries(std::string_view last) {
    std::string text = "@sheet Figures\n*Month\t*Area\t*Count\n";
    for (int month = 0; month < 15; ++month) {
        const std::string period = Period::month(2013, 4).shifted(month).key();
        text += fmt::format("{}\tCity\t{}\n", period, 60 + month * 7 % 11);
        text += fmt::format("{}\tCounty\t{}\n", period,
                            month == 14 ? std::string(last) : std::to_string(40 + month * 5 % 9));
    }
    return text;
}

RunResult Workspace::run(std::string_view as_of) const {
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::execute({"run", path().string(), "--settle", "0", "--as-of", std::string(as_of)}, {out, err});
    return {code, out.str(), err.str()};
}

std::string Workspace::status() const {
    return intake::read_file(path() / "dashboards" / "STATUS.txt");
}

fs::path Workspace::dashboard() const {
    return path() / "dashboards" / "Small dashboard 2014-15 Q1 internal.xlsx";
}

std::size_t Workspace::files_in(std::string_view folder) const {
    std::size_t count = 0;
    std::error_code absent;
    for (const auto& entry : fs::recursive_directory_iterator(path() / folder, absent))
        count += entry.is_regular_file() ? 1U : 0U;
    return count;
}

}  // namespace panelbook::tests
