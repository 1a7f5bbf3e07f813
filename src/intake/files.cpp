#include "panelbook/intake/files.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::intake {

namespace {

[[noreturn]] void refuse_write(const std::filesystem::path& path) {
    throw WriteError(
        fmt::format("{}: cannot be written: {}. Check that the folder exists, is not read-only and has room.",
                    path.string(), std::strerror(errno)));
}

/// Closes the file and removes it again unless it was renamed into place.
class Temporary {
public:
    explicit Temporary(const std::filesystem::path& target) : m_name(target.string() + ".XXXXXX.tmp") {
        m_file = ::mkstemps(m_name.data(), 4);
        if (m_file < 0) refuse_write(target);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (m_file >= 0) ::close(m_file);
        if (!m_name.empty()) ::unlink(m_name.c_str());
    }

    void fill(std::string_view bytes, const std::filesystem::path& target) {
        while (!bytes.empty()) {
            const ssize_t count = ::write(m_file, bytes.data(), bytes.size());
            if (count < 0 && errno != EINTR) refuse_write(target);
            if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        if (::fchmod(m_file, 0644) != 0 || ::fsync(m_file) != 0) refuse_write(target);
    }
    void move_to(const std::filesystem::path& target) {
        const int closed = ::close(m_file);
        m_file = -1;
        if (closed != 0 || ::rename(m_name.c_str(), target.c_str()) != 0) refuse_write(target);
        m_name.clear();
    }

private:
    std::string m_name;
    int m_file = -1;
};

void sync_folder(const std::filesystem::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (file < 0) return;
    ::fsync(file);
    ::close(file);
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
        throw ReadError("SHA-256 is not available from the system's OpenSSL.");
    }
    std::string hexadecimal;
    for (const unsigned char byte : digest) hexadecimal += fmt::format("{:02x}", byte);
    return hexadecimal;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (file) bytes.assign(std::istreambuf_iterator<char>(file), {});
    if (!file || file.bad() || std::filesystem::is_directory(path)) {
        throw ReadError(
            fmt::format("{}: cannot be read. Check that it exists and that you may open it.", path.string()));
    }
    return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    Temporary temporary(path);
    temporary.fill(bytes, path);
    temporary.move_to(path);
    sync_folder(path.has_parent_path() ? path.parent_path() : std::filesystem::path("."));
}

}  // namespace panelbook::intake
