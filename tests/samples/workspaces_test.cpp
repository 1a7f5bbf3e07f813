#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "support/folder.hpp"
#include "support/sample_workspace.hpp"

namespace fs = std::filesystem;

namespace {

using namespace panelbook;

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> sample_workspaces() {
    std::vector<fs::path> workspaces;
    for (const auto& entry : fs::directory_iterator(tests::source_folder() / "workbooks"))
        if (fs::exists(entry.path() / "tables")) workspaces.push_back(entry.path());
    std::sort(workspaces.begin(), workspaces.end());
    return workspaces;
}

std::vector<fs::path> workbooks_of(const fs::path& workspace) {
    std::vector<fs::path> files{"plan.xlsx"};
    for (const auto& entry : fs::recursive_directory_iterator(workspace / "inbox"))
        if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), workspace));
    std::sort(files.begin(), files.end());
    return files;
}

BOOST_AUTO_TEST_SUITE(samples)

BOOST_AUTO_TEST_CASE(the_tables_give_the_workbooks_byte_for_byte) {
    const auto workspaces = sample_workspaces();
    BOOST_REQUIRE(!workspaces.empty());
    for (const fs::path& workspace : workspaces) {
        const tests::Folder made("samples");
        const auto written = tests::write_sample(workspace / "tables", made.path());
        BOOST_TEST((written == workbooks_of(workspace)), workspace << " holds other workbooks than its tables give");
        for (const fs::path& file : written)
            BOOST_TEST((bytes_of(made.path() / file) == bytes_of(workspace / file)),
                       workspace / file << " is not what its table gives; run panelbook_samples");
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
