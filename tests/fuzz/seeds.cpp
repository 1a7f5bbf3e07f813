#include <filesystem>
#include <fstream>
#include <iostream>

#include "support/fuzz_targets.hpp"

/// Writes the inputs that fuzzing begins with into FOLDER/TARGET/, and prints each target with its dictionary.
int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: fuzz_seeds FOLDER\n";
        return 2;
    }
    for (const panelbook::tests::FuzzTarget& target : panelbook::tests::fuzz_targets()) {
        const std::filesystem::path folder = std::filesystem::path(argv[1]) / target.name;
        std::filesystem::create_directories(folder);
        for (const panelbook::tests::FuzzSeed& seed : target.seeds())
            std::ofstream(folder / seed.name, std::ios::binary) << seed.input;
        std::cout << target.name << ' ' << target.dictionary << '\n';
    }
}
