#include <filesystem>
#include <fstream>
#include <iostream>

#include "support/fuzz_input.hpp"

namespace {

void write_seeds(const std::filesystem::path& folder, const std::vector<panelbook::tests::FuzzSeed>& seeds) {
    std::filesystem::create_directories(folder);
    for (const auto& seed : seeds) std::ofstream(folder / seed.name, std::ios::binary) << seed.input;
}

}  // namespace

/// Writes the inputs that fuzzing begins with into FOLDER/workbook and FOLDER/csv.
int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: fuzz_seeds FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    write_seeds(folder / "workbook", panelbook::tests::workbook_seeds());
    write_seeds(folder / "csv", panelbook::tests::csv_seeds());
}
