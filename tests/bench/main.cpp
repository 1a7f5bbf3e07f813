#include <array>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "panelbook/workbook/inflate.hpp"
#include "panelbook/workbook/read.hpp"
#include "panelbook/workbook/zip.hpp"

#include "bench/load.hpp"
#include "bench/measure.hpp"

namespace {

using namespace panelbook;
using bench::Cost;
using Arguments = std::vector<std::string>;

constexpr std::string_view usage =
    "usage: panelbook_bench generate DIR          write the load\n"
    "       panelbook_bench read FILE...          read every cell, and count\n"
    "       panelbook_bench inflate LIBRARY FILE  unpack every part, and no more\n"
    "       panelbook_bench table DIR [PEERS]     measure, with the other readers whose scripts are in PEERS\n";

class Counter : public workbook::CellSink {
public:
    void begin_sheet(std::string_view, workbook::Visibility) override {}
    void cell(const workbook::CellView& cell) override { ++m_cells[cell.value.index()]; }
    void end_sheet() override {}

    std::uint64_t all() const {
        std::uint64_t sum = 0;
        for (const std::uint64_t count : m_cells) sum += count;
        return sum;
    }

private:
    std::array<std::uint64_t, std::variant_size_v<workbook::CellValueView>> m_cells{};
};

void generate(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "small");
    if (!std::filesystem::exists(folder / "large.xlsx"))
        bench::write_load(folder / "large.xlsx", bench::large_shape, 1);
    for (int number = 1; number <= bench::small_workbooks; ++number)
        bench::write_load(folder / "small" / fmt::format("{:03}.xlsx", number), bench::small_shape,
                          static_cast<std::uint32_t>(number));
}

void read(const Arguments& files) {
    Counter counter;
    for (const std::string& file : files) {
        const auto read = workbook::read_cells(file, file, workbook::Limits::large(), counter);
        if (!read.value.whole || !read.findings.empty()) throw std::runtime_error("cannot read " + file);
    }
    std::cout << counter.all() << " cells\n";
}

void inflate(std::string_view library_name, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(std::filesystem::file_size(path), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const workbook::ZipDirectory directory(bytes, workbook::Limits::large());
    std::vector<char> window(64 * 1024);
    std::uint64_t inflated = 0;
    for (const workbook::InflateLibrary& library : workbook::inflate_libraries()) {
        if (library.name != library_name) continue;
        const auto inflater = library.make_inflater();
        for (const workbook::ZipEntry& entry : directory.entries()) {
            inflater->start(entry.packed);
            while (const std::size_t size = inflater->next(window)) inflated += size;
        }
    }
    if (inflated == 0) throw std::runtime_error(fmt::format("{} unpacked nothing", library_name));
    std::cout << inflated << " bytes\n";
}

/// One line of the table.
struct Row {
    std::string reader;
    Arguments command;
    bool one_core = false;
    int times = 1;
};

/// Each as soon as it is measured, with its ratio to the first. A reader that fails is said to, and no reason to stop.
void print_rows(const std::string& load, const std::vector<Row>& rows) {
    std::cout << fmt::format("{}\n  {:<44}{:>9}{:>9}{:>10}{:>9}{:>9}\n", load, "", "seconds", "CPU s", "peak MiB",
                             "ratio", "CPU");
    const Cost one = bench::measure(rows.front().command, rows.front().one_core, rows.front().times);
    for (const Row& row : rows) {
        try {
            const Cost cost = &row == &rows.front() ? one : bench::measure(row.command, row.one_core, row.times);
            std::cout << fmt::format("  {:<44}{:>9.3f}{:>9.3f}{:>10.0f}{:>9.2f}{:>9.2f}\n", row.reader, cost.seconds,
                                     cost.cpu_seconds, cost.peak_mib, cost.seconds / one.seconds,
                                     cost.cpu_seconds / one.cpu_seconds);
        } catch (const std::runtime_error& error) {
            std::cout << fmt::format("  {:<44}{}\n", row.reader, error.what());
        }
        std::cout << std::flush;
    }
    std::cout << "  ratio: to \"" << rows.front().reader << "\"\n";
}

Arguments with(Arguments command, const Arguments& files) {
    command.insert(command.end(), files.begin(), files.end());
    return command;
}

void table(const std::string& self, const std::filesystem::path& folder, const std::optional<std::string>& peers) {
    constexpr int times = 5;
    const std::string large = (folder / "large.xlsx").string();
    std::vector<Row> rows{
        {"inflating alone, ISA-L, one thread", {self, "inflate", "ISA-L", large}, true, times},
        {"inflating alone, zlib, one thread", {self, "inflate", "zlib", large}, true, times},
        {"panelbook, two threads", {self, "read", large}, false, times},
        {"panelbook, one thread", {self, "read", large}, true, times},
    };
    if (peers) {
        rows.push_back({"openpyxl, read-only", {"/usr/bin/python3", *peers + "/openpyxl_read.py", large}});
        rows.push_back({"pandas.read_excel", {"/usr/bin/python3", *peers + "/pandas_read.py", large}});
        rows.push_back({"xlsx2csv", {"xlsx2csv", large, "/dev/null"}});
        rows.push_back({"ssconvert (gnumeric) to csv", {"ssconvert", large, (folder / "large.csv").string()}});
        rows.push_back({"SheetJS", {"node", "--max-old-space-size=12000", *peers + "/sheetjs_read.js", large}});
    }
    print_rows("One sheet of 1,000,000 x 10, every cell", rows);

    Arguments small;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "small"))
        small.push_back(entry.path().string());
    std::vector<Row> small_rows{{"panelbook", with({self, "read"}, small), false, times}};
    if (peers) {
        small_rows.push_back({"openpyxl, read-only", with({"/usr/bin/python3", *peers + "/openpyxl_read.py"}, small)});
        small_rows.push_back({"pandas.read_excel", with({"/usr/bin/python3", *peers + "/pandas_read.py"}, small)});
        small_rows.push_back({"SheetJS", with({"node", *peers + "/sheetjs_read.js"}, small)});
    }
    print_rows("200 workbooks of 60 x 48, every cell, in one process", small_rows);
}

}  // namespace

int main(int argc, char** argv) {
    const Arguments arguments(argv + 1, argv + argc);
    const auto is = [&arguments](std::string_view command, std::size_t least) {
        return arguments.size() >= least && arguments[0] == command;
    };
    try {
        if (is("generate", 2)) {
            generate(arguments[1]);
        } else if (is("read", 2)) {
            read({arguments.begin() + 1, arguments.end()});
        } else if (is("inflate", 3)) {
            inflate(arguments[1], arguments[2]);
        } else if (is("table", 2)) {
            table(argv[0], arguments[1], arguments.size() > 2 ? std::optional(arguments[2]) : std::nullopt);
        } else {
            std::cerr << usage;
            return 2;
        }
    } catch (const std::exception& error) {
        std::cerr << "panelbook_bench: " << error.what() << "\n";
        return 3;
    }
    return 0;
}
