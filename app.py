"""The entry point: `streamlit run app.py`, `python app.py` and the tests all start here.

Run as a script by Streamlit it draws the frame and the chosen page. Imported once by the server it builds the
application and turns Streamlit's old discovery of pages/ off before any visitor arrives: without that, a deep
link on a fresh server would run a page without this frame.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from alignment_model.ui import frame, registry

if get_script_run_ctx(suppress_warning=True) is not None:
    frame.show()
else:
    from alignment_model.ui import server

    server.require_theme()
    st.navigation([page.streamlit_page() for page in registry.PAGES])
    app = st.App(
        __file__, routes=server.ROUTES, middleware=server.MIDDLEWARE, on_script_error=server.page_failed
    )
    if __name__ == "__main__":
        app.run()
