#include <exception>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "support/plan_text.hpp"
#include "support/sample_workspace.hpp"

/// panelbook_samples WORKSPACE...    writes plan.xlsx and inbox/ of each sample workspace from its tables/
/// panelbook_samples --columns       prints the second part of docs/plan.md
int main(int count, char** arguments) {
    try {
        for (int i = 1; i < count; ++i) {
            if (std::string_view(arguments[i]) == "--columns") {
                std::cout << panelbook::tests::plan_columns_markdown();
                continue;
            }
            const std::filesystem::path workspace = arguments[i];
            for (const auto& file : panelbook::tests::write_sample(workspace / "tables", workspace))
                std::cout << (workspace / file).string() << '\n';
        }
    } catch (const std::exception& error) {
        std::cerr << "error: " << error.what() << '\n';
        return 1;
    }
}
