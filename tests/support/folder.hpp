#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace panelbook::tests {

/// A folder of its own for one test, empty at first, removed with all in it at the end.
class Folder {
public:
    explicit Folder(std::string_view name);
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// The checkout, for what the tests read of it. From PANELBOOK_SOURCE, else the folder the tests were built from.
std::filesystem::path source_folder();
/// The program under test. From PANELBOOK_PROGRAM.
std::filesystem::path program();
/// Where the oracles and the corpus lie: PANELBOOK_SHARED, else beside the checkout. Empty where they are absent.
std::filesystem::path shared_folder();

}  // namespace panelbook::tests
