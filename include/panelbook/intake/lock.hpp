#pragma once

#include <filesystem>

namespace panelbook::intake {

/// Holds the workspace for one run at a time, until it is destroyed or the process ends however it ends.
class Lock {
public:
    /// Throws LockedError if another run holds it, WriteError if the workspace cannot be written.
    explicit Lock(const std::filesystem::path& workspace);
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    int m_file = -1;
};

}  // namespace panelbook::intake
