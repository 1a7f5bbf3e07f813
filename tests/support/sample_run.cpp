#include "sample_run.hpp"

#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "panelbook/cli/commands.hpp"

#include "folder.hpp"

namespace fs = std::filesystem;

namespace panelbook::tests {

fs::path sample_dashboard(const std::string& sample) {
    static std::map<std::string, std::unique_ptr<Folder>> copies;
    auto& copy = copies[sample];
    std::ostringstream out;
    std::ostringstream err;
    if (!copy) {
        copy = std::make_unique<Folder>("sample");
        const fs::path original = source_folder() / "workbooks" / sample;
        fs::copy_file(original / "plan.xlsx", *copy / "plan.xlsx");
        fs::copy(original / "inbox", *copy / "inbox", fs::copy_options::recursive);
        cli::execute({"run", copy->path().string(), "--settle", "0"}, {out, err});
    }
    if (fs::is_directory(*copy / "dashboards")) {
        for (const auto& entry : fs::directory_iterator(*copy / "dashboards")) {
            if (entry.path().extension() == ".xlsx") return entry.path();
        }
    }
    throw std::runtime_error("no dashboard of " + sample + ": " + out.str() + err.str());
}

}  // namespace panelbook::tests
