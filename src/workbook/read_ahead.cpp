#include "panelbook/workbook/read_ahead.hpp"

#include <sched.h>
#include <system_error>

namespace panelbook::workbook {

namespace {

constexpr std::size_t window_count = 4;
constexpr std::size_t window_bytes = 128 * 1024;
// Below this, starting a thread takes longer than it saves.
constexpr std::uint64_t worth_a_thread_bytes = 256 * 1024;

/// Whether this process may run on two cores at once.
bool has_second_core() {
    cpu_set_t cores;
    return sched_getaffinity(0, sizeof cores, &cores) == 0 && CPU_COUNT(&cores) > 1;
}

}  // namespace

ReadAhead::ReadAhead(const PartStream& part) : m_part(part), m_windows(window_count) {
    for (Window& window : m_windows) window.room.resize(window_bytes);
    m_thread = std::thread([this] { unpack(); });
}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

std::string_view ReadAhead::next() {
    std::unique_lock lock(m_mutex);
    m_released = m_taken;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_filled > m_taken || m_ended; });
    if (m_filled > m_taken) return m_windows[m_taken++ % window_count].piece;
    if (m_thrown) std::rethrow_exception(m_thrown);
    return {};
}

void ReadAhead::unpack() {
    std::exception_ptr thrown;
    try {
        for (std::size_t filled = 0;; ++filled) {
            {
                std::unique_lock lock(m_mutex);
                m_filled = filled;
                m_changed.notify_all();
                m_changed.wait(lock, [this] { return m_filled - m_released < window_count || m_stopped; });
                if (m_stopped) return;
            }
            Window& window = m_windows[filled % window_count];
            window.piece = m_part.next_through(window.room);
            if (window.piece.empty()) break;
        }
    } catch (...) {
        thrown = std::current_exception();
    }
    const std::lock_guard lock(m_mutex);
    m_thrown = thrown;
    m_ended = true;
    m_changed.notify_all();
}

std::unique_ptr<PieceSource> pieces_of(const PartStream& part) {
    const bool ahead = part.packed_bytes() >= worth_a_thread_bytes && has_second_core();
    if (ahead) {
        try {
            return std::make_unique<ReadAhead>(part);
        } catch (const std::system_error&) {
            // No thread is to be had; the part was not touched.
        }
    }
    return std::make_unique<PartStream>(part);
}

}  // namespace panelbook::workbook
