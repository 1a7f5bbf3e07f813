#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/folder.hpp"
#include "support/hostile_files.hpp"
#include "support/limited_run.hpp"

using namespace panelbook;
using tests::HostileFile;
using tests::LimitedRun;

namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(workbook)

namespace {

/// Reads files with the released program under the limits of design, 10 seconds and 512 MiB each: the kernel gives it
/// no more memory, and a program that asks for more ends with neither 0 nor 1.
class Gauntlet {
public:
    explicit Gauntlet(fs::path program) : m_program(std::move(program)) {}

    LimitedRun read(const fs::path& file) {
        const LimitedRun run = tests::run_limited(m_program, {"read", "--count", "--format", "json", file.string()});
        ++m_files;
        m_longest = std::max(m_longest, run.processor_seconds);
        BOOST_TEST_INFO("took " << run.processor_seconds << " s of a processor; " << run.err);
        BOOST_TEST((run.exit_code == 0 || run.exit_code == 1), "ended with " << run.exit_code);
        BOOST_TEST(run.processor_seconds < 10.0);
        return run;
    }

    std::string sum() const {
        return fmt::format("{} files within 512 MiB of addresses each; the longest took {:.2f} s of a processor",
                           m_files, m_longest);
    }

private:
    fs::path m_program;
    std::size_t m_files = 0;
    double m_longest = 0.0;
};

/// The cells of a count that was printed; nothing printed are none.
std::size_t cells_of(const LimitedRun& run) {
    return run.out.empty() ? 0 : nlohmann::json::parse(run.out).at("cells").get<std::size_t>();
}

void check_full(const HostileFile& file, Gauntlet& gauntlet, const fs::path& path) {
    std::ofstream(path, std::ios::binary) << file.bytes(1);
    BOOST_TEST_CONTEXT(file.name) {
        const LimitedRun run = gauntlet.read(path);
        BOOST_TEST(cells_of(run) == file.cells);
        BOOST_TEST(run.exit_code == (file.rule.empty() ? 0 : 1));
        if (!file.rule.empty()) {
            BOOST_TEST(run.err.find(file.rule + "\n") != std::string::npos, run.err);
            BOOST_TEST(run.err.find(file.words) != std::string::npos, run.err);
            BOOST_TEST(run.out == "");
        }
    }
    fs::remove(path);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_released_program_meets_hostile_files_of_full_size) {
    const fs::path program = tests::release_program();
    if (program.empty()) return;
    const tests::Folder folder("hostile");
    Gauntlet gauntlet(program);
    for (const auto& files : {tests::bombs(), tests::liars(), tests::heaps(), tests::csv_heaps()}) {
        for (const HostileFile& file : files)
            check_full(file, gauntlet, folder / ("file" + std::string(file.extension)));
    }
    BOOST_TEST_MESSAGE("generated: " << gauntlet.sum());
}

BOOST_AUTO_TEST_CASE(the_released_program_meets_the_hostile_corpus) {
    const fs::path program = tests::release_program();
    if (program.empty()) return;
    const fs::path corpus = tests::shared_folder() / "corpus" / "hostile";
    if (!fs::is_directory(corpus)) {
        BOOST_TEST_MESSAGE("skipped: there is no corpus beside the checkout");
        return;
    }
    Gauntlet gauntlet(program);
    for (const auto& entry : fs::recursive_directory_iterator(corpus)) {
        if (!entry.is_regular_file() || entry.path().filename() == "index.tsv") continue;
        BOOST_TEST_CONTEXT(entry.path()) {
            const LimitedRun run = gauntlet.read(entry.path());
            // Either its cells are counted, or an error names the reason and what to do.
            BOOST_TEST(
                (run.out.empty() ? run.err.starts_with("error: ") && run.exit_code == 1 : cells_of(run) < 1'000'000));
        }
    }
    BOOST_TEST_MESSAGE("hostile corpus: " << gauntlet.sum());
}

BOOST_AUTO_TEST_SUITE_END()
